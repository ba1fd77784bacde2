"""What an editor is told while a project is written: findings, answers, and ways out of them."""
