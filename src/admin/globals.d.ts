/** Where the shop's API is; the admin's build fills it in. */
declare const __BACKEND_URL__: string | undefined
