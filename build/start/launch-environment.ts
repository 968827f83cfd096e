/**
 * Set where the desk is started on Linux. glibc gives every thread a heap of its own, and whole pages tear holes into
 * each: with two the desk takes 200 MB less (measured). Blocks of 256 KB and more (a page's picture has 4 MB) are asked
 * of the system and given back to it each time, else glibc learns to keep them: main's memory after 100 pages 143
 * instead of 225 MB (measured). A packaged desk sets the same in its launcher.
 */
export const launchEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '262144',
} as const;
