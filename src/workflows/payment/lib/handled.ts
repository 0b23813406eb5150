/** What became of a message: `later` comes back to it, `park` shows it to staff. */
export type Handled = { done: string } | { later: string } | { park: string }
