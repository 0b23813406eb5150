export { InventoryLevelRepository } from "../upstream"
