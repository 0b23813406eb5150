import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Written by hand: what happened to money is only ever added to, and no code
 * of ours or of a plugin can change that by mistake.
 */
export class Migration20261121110500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create or replace function "refuse_change_of_ledger_entry"() returns trigger language plpgsql as $$
       begin
         raise exception 'Entries of the ledger are never changed or removed.'
           using errcode = 'restrict_violation';
       end $$;`
    )
    this.addSql(
      `drop trigger if exists "ledger_entry_is_append_only" on "ledger_entry";`
    )
    this.addSql(
      `create trigger "ledger_entry_is_append_only" before update or delete or truncate on "ledger_entry" for each statement execute function "refuse_change_of_ledger_entry"();`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop function if exists "refuse_change_of_ledger_entry"() cascade;`
    )
  }
}
