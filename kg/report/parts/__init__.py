"""What a report says, as values: the memo, the matrix, method and gaps."""
