/** Whether the hash of an address is a link: it begins with the version of its form. Small, for what loads the rest then. */
export const isLink = (hash: string): boolean => /^#[1-9]/.test(hash);
