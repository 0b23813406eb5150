export { InventoryLevelService } from "../upstream"
