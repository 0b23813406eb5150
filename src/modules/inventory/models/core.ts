export { InventoryItem, InventoryLevel, ReservationItem } from "../upstream"
