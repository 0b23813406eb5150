import { query } from "../../support"

const NOTE = `
CREATE TABLE stock_note (id serial, what text, item text, facts text);

CREATE FUNCTION note_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reserved_quantity > NEW.stocked_quantity THEN
    INSERT INTO stock_note (what, item, facts) VALUES ('oversold',
      NEW.inventory_item_id, to_jsonb(NEW)::text);
  END IF;
  IF NEW.reserved_quantity < 0
     OR (NEW.raw_reserved_quantity->>'value')::numeric <> NEW.reserved_quantity
     OR (NEW.raw_stocked_quantity->>'value')::numeric <> NEW.stocked_quantity
  THEN
    INSERT INTO stock_note (what, item, facts) VALUES ('number',
      NEW.inventory_item_id, to_jsonb(NEW)::text);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed record;
  place record;
BEGIN
  changed := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  FOR place IN
    SELECT l.reserved_quantity AS counted, coalesce((
             SELECT sum(r.quantity) FROM reservation_item r
              WHERE r.inventory_item_id = l.inventory_item_id
                AND r.location_id = l.location_id AND r.deleted_at IS NULL
           ), 0) AS live
      FROM inventory_level l
     WHERE l.inventory_item_id = changed.inventory_item_id
       AND l.deleted_at IS NULL
  LOOP
    IF place.counted <> place.live THEN
      INSERT INTO stock_note (what, item, facts) VALUES ('sum',
        changed.inventory_item_id, to_jsonb(place)::text);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER note_level AFTER INSERT OR UPDATE ON inventory_level
  FOR EACH ROW EXECUTE FUNCTION note_level();
CREATE CONSTRAINT TRIGGER note_sum AFTER INSERT OR UPDATE ON inventory_level
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sum();
CREATE CONSTRAINT TRIGGER note_sum
  AFTER INSERT OR UPDATE OR DELETE ON reservation_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sum();
`

type Note = { what: string; item: string; facts: string }

/**
 * Has the database itself note every write that leaves a level `oversold` or
 * with an impossible `number`, and every commit after which `reserved_quantity`
 * is not the `sum` of the reservations.
 */
export async function watchStock(databaseUrl: string) {
  await query(databaseUrl, NOTE)
  return async (...kinds: ("oversold" | "number" | "sum")[]) => {
    const notes = await query<Note>(
      databaseUrl,
      "SELECT what, item, facts FROM stock_note ORDER BY id"
    )
    return kinds.length
      ? notes.filter(({ what }) => kinds.some((kind) => kind === what))
      : notes
  }
}

export type Stock = { stocked: number; reserved: number; live: number }

/** What the database says of one item, over all locations. */
export async function stockOf(
  databaseUrl: string,
  item: string
): Promise<Stock> {
  const [row] = await query<Record<keyof Stock, string>>(
    databaseUrl,
    `SELECT coalesce(sum(stocked_quantity), 0) AS stocked,
            coalesce(sum(reserved_quantity), 0) AS reserved,
            (SELECT coalesce(sum(quantity), 0) FROM reservation_item
              WHERE inventory_item_id = $1 AND deleted_at IS NULL) AS live
       FROM inventory_level
      WHERE inventory_item_id = $1 AND deleted_at IS NULL`,
    [item]
  )
  return {
    stocked: Number(row.stocked),
    reserved: Number(row.reserved),
    live: Number(row.live),
  }
}
