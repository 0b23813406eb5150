import { reconciledView } from "../reconcile/report"

it("adds up what a run has looked at, and what it left", () => {
  const run = {
    messages: { done: 1 },
    expected: { done: 2, failed: 0 },
    asked: { done: 5, failed: 3 },
    resumed: { done: 3, failed: 1 },
    checked: { done: 4, failed: 0 },
    expired: { done: 5, failed: 2 },
    sent: 6,
    overdue: 7,
    booked: 8,
    compared: { done: 0, failed: 1, orders: { done: 9, failed: 4 } },
    announced: 10,
  }

  expect(reconciledView(run, { new: 1, open: 2 })).toEqual({
    reconciled: true,
    looked_at: { messages: 1, payments: 19, orders: 9, returns: 21 },
    left: 10,
    unread_books: 1,
    differences: { new: 1, open: 2 },
  })
})
