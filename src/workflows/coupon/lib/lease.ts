/** Two who change one coupon at once do so one after the other. */
export const couponLease = ({ input }: { input: { id: string } }) =>
  `coupon:${input.id}`
