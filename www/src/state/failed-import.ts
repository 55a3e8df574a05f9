/**
 * Whether a module cannot be loaded any more by this page: Firefox remembers that it could not be, and does not ask for it
 * again. At another address it would, but what that module imports would still be missing, so the page must be reloaded.
 */
export const isFinal = (problem: unknown): boolean => /loading dynamically/.test(String(problem));
