"""What brings documents in: captures of them, and annotations made elsewhere."""
