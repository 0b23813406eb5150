/** Under this name the container has the module. */
export const MOBILE_MONEY = "mobile_money"
