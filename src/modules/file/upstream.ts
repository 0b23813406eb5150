/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class
   and the loader of its providers; the version is pinned. */
export { default as loadProviders } from "@medusajs/file/dist/loaders/providers"
export {
  FileModuleService,
  FileProviderService,
} from "@medusajs/file/dist/services"
