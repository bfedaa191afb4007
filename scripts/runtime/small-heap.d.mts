export const SMALL_HEAP_FLAGS: readonly string[];
export const SMALL_HEAP_ENVIRONMENT: { readonly MALLOC_ARENA_MAX: string };
