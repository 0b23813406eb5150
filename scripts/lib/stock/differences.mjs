/** One row a place that is wrong; it reads one snapshot and writes nothing. */
const QUESTION = `
WITH live AS (
  SELECT inventory_item_id, location_id, sum(quantity) AS quantity,
         coalesce(sum(quantity) FILTER (WHERE NOT allow_backorder), 0) AS firm
    FROM reservation_item
   WHERE deleted_at IS NULL
   GROUP BY inventory_item_id, location_id
), place AS (
  SELECT inventory_item_id, location_id, l.id IS NOT NULL AS exists,
         l.stocked_quantity AS stocked, l.reserved_quantity AS reserved,
         (l.raw_stocked_quantity->>'value')::numeric AS raw_stocked,
         (l.raw_reserved_quantity->>'value')::numeric AS raw_reserved,
         coalesce(r.quantity, 0) AS live, coalesce(r.firm, 0) AS firm
    FROM (SELECT * FROM inventory_level WHERE deleted_at IS NULL) l
    FULL JOIN live r USING (inventory_item_id, location_id)
)
SELECT p.*, i.sku, s.name AS location
  FROM place p
  LEFT JOIN inventory_item i ON i.id = p.inventory_item_id
  LEFT JOIN stock_location s ON s.id = p.location_id
 WHERE NOT exists OR reserved <> live OR stocked < 0 OR firm > stocked
    OR raw_stocked IS DISTINCT FROM stocked
    OR raw_reserved IS DISTINCT FROM reserved
 ORDER BY i.sku, p.inventory_item_id, p.location_id`

const COUNT =
  "SELECT count(*) AS levels FROM inventory_level WHERE deleted_at IS NULL"

function problemsOf({ exists, live, ...row }) {
  if (!exists) {
    return [
      `${live} reserved, but the item is not stocked there any more. Stock it there again, or delete the reservations.`,
    ]
  }
  const { stocked, reserved, firm, raw_stocked, raw_reserved } = row
  return [
    reserved !== live &&
      `reserved_quantity is ${reserved}, its reservations sum up to ${live}.`,
    raw_reserved !== reserved &&
      `reserved_quantity is ${reserved}, raw_reserved_quantity says ${raw_reserved}.`,
    raw_stocked !== stocked &&
      `stocked_quantity is ${stocked}, raw_stocked_quantity says ${raw_stocked}.`,
    stocked < 0 &&
      `The stock is ${stocked}: more was shipped than was there. Count it and correct the stock.`,
    firm > Math.max(stocked, 0) &&
      `${firm} are promised to orders and ${stocked} are there. Get more, or cancel an order.`,
  ].filter(Boolean)
}

const NUMBERS = [
  "stocked",
  "reserved",
  "raw_stocked",
  "raw_reserved",
  "live",
  "firm",
]

const withNumbers = (row) => ({
  ...row,
  ...Object.fromEntries(
    NUMBERS.map((name) => [name, row[name] === null ? null : Number(row[name])])
  ),
})

/** What the stock says and what its reservations say, where they differ. */
export async function findDifferences(client) {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  try {
    const { rows } = await client.query(QUESTION)
    const { rows: counts } = await client.query(COUNT)
    return {
      levels: Number(counts[0].levels),
      differences: rows.map(withNumbers).map((row) => ({
        inventory_item_id: row.inventory_item_id,
        sku: row.sku,
        location_id: row.location_id,
        location: row.location,
        problems: problemsOf(row),
      })),
    }
  } finally {
    await client.query("ROLLBACK")
  }
}

const nameOf = ({ sku, inventory_item_id, location, location_id }) =>
  `${sku ?? inventory_item_id} at ${location ?? location_id}`

/** The same for people. */
export function describeDifferences({ levels, differences }) {
  if (differences.length === 0) {
    return `All ${levels} stock levels agree with their reservations.\n`
  }
  const lines = differences.flatMap((difference) => [
    `${nameOf(difference)}  (${difference.inventory_item_id}, ${difference.location_id})`,
    ...difference.problems.map((problem) => `  ${problem}`),
  ])
  return [
    ...lines,
    "",
    `${differences.length} of ${levels} stock levels are wrong. Nothing was changed.`,
    "",
  ].join("\n")
}
