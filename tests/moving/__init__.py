"""Moving in: projects of six shapes, as other programs have them."""
