import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121111001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "cash_collection" drop constraint if exists "cash_collection_state_check";`
    )

    this.addSql(
      `alter table if exists "cash_collection" add constraint "cash_collection_state_check" check("state" in ('due', 'collected', 'settled', 'withdrawn'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "cash_collection" drop constraint if exists "cash_collection_state_check";`
    )

    this.addSql(
      `alter table if exists "cash_collection" add constraint "cash_collection_state_check" check("state" in ('due', 'collected', 'settled'));`
    )
  }
}
