"""What a warm parent's environment says beyond the server's own."""

# Threads do not survive a fork, so nothing may start any. Read when numpy is imported.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")

# Memory of finished work goes back to the machine instead of waiting for the next, and all threads
# share one heap. Read by the C library when a process starts.
LEAN_HEAP = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "65536",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}

ENVIRONMENT = {**ONE_THREAD, **LEAN_HEAP}
