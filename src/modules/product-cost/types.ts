export type CostInput = { amount: number; currency_code: string }

/** null takes it away. */
export type SaveCostInput = { product_id: string; cost: CostInput | null }
