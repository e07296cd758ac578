// Keeps the library linkable until its first real file lands; delete then.
