/** Under this name the provider is registered, and reads its options. */
export const SEARCH_PROVIDER = "duka-search"
