// The products are chosen before: `../../listed.ts`. Core reads and shows them.
export { GET } from "@medusajs/medusa/api/store/products/route"
