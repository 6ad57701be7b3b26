"""What participants chose and wrote, where it takes more than a few lines to check."""
