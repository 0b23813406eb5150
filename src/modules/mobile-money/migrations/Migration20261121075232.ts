import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121075232 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "provider_token" drop constraint if exists "provider_token_account_unique";`
    )
    this.addSql(
      `alter table if exists "provider_event" drop constraint if exists "provider_event_driver_key_unique";`
    )
    this.addSql(
      `alter table if exists "payment_difference" drop constraint if exists "payment_difference_driver_kind_reference_unique";`
    )
    this.addSql(
      `alter table if exists "money_return" drop constraint if exists "money_return_token_hash_unique";`
    )
    this.addSql(
      `alter table if exists "money_return" drop constraint if exists "money_return_attempt_id_unique";`
    )
    this.addSql(
      `alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_driver_receipt_unique";`
    )
    this.addSql(
      `alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_driver_provider_reference_unique";`
    )
    this.addSql(
      `alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_token_hash_unique";`
    )
    this.addSql(
      `alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_awaited_id_number_unique";`
    )
    this.addSql(
      `alter table if exists "awaited_payment" drop constraint if exists "awaited_payment_order_id_unique";`
    )
    this.addSql(
      `create table if not exists "awaited_payment" ("id" text not null, "order_id" text not null, "payment_collection_id" text not null, "driver" text not null, "amount" numeric not null, "currency_code" text not null, "phone" text null, "state" text check ("state" in ('waiting', 'settling', 'paid', 'expired', 'cancelled')) not null default 'waiting', "settled_by" text null, "expires_at" timestamptz null, "busy_until" timestamptz null, "closed_at" timestamptz null, "announced_at" timestamptz null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "awaited_payment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_awaited_payment_deleted_at" ON "awaited_payment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_awaited_payment_order_id_unique" ON "awaited_payment" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_awaited_payment_payment_collection_id" ON "awaited_payment" ("payment_collection_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_awaited_payment_state_expires_at" ON "awaited_payment" ("state", "expires_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "ledger_entry" ("id" text not null, "awaited_id" text null, "attempt_id" text null, "what" text not null, "actor" text not null, "detail" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_deleted_at" ON "ledger_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_awaited_id" ON "ledger_entry" ("awaited_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_attempt_id" ON "ledger_entry" ("attempt_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "payment_attempt" ("id" text not null, "awaited_id" text not null, "number" integer not null, "driver" text not null, "phone" text not null, "amount" numeric not null, "currency_code" text not null, "token_hash" text not null, "state" text check ("state" in ('created', 'asked', 'unknown', 'refused', 'failed', 'mismatch', 'paid', 'settled', 'surplus')) not null default 'created', "provider_reference" text null, "request_reference" text null, "receipt" text null, "reason" text null, "code" text null, "started_by" text not null, "settled_by" text null, "asked_at" timestamptz null, "ended_at" timestamptz null, "next_check_at" timestamptz null, "checks" integer not null default 0, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_attempt_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_awaited_id" ON "payment_attempt" ("awaited_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_deleted_at" ON "payment_attempt" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_awaited_id_number_unique" ON "payment_attempt" ("awaited_id", "number") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_token_hash_unique" ON "payment_attempt" ("token_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_driver_provider_reference_unique" ON "payment_attempt" ("driver", "provider_reference") WHERE provider_reference is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_driver_receipt_unique" ON "payment_attempt" ("driver", "receipt") WHERE receipt is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_state_next_check_at" ON "payment_attempt" ("state", "next_check_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "money_return" ("id" text not null, "attempt_id" text not null, "driver" text not null, "way" text check ("way" in ('reversal', 'manual')) not null, "cause" text check ("cause" in ('refund', 'surplus')) not null, "amount" numeric not null, "currency_code" text not null, "state" text check ("state" in ('requested', 'sent', 'unknown', 'done', 'failed')) not null default 'requested', "token_hash" text null, "request_reference" text null, "receipt" text null, "note" text null, "error" text null, "requested_by" text not null, "refund_id" text null, "sent_at" timestamptz null, "done_at" timestamptz null, "tries" integer not null default 0, "next_try_at" timestamptz null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "money_return_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_money_return_attempt_id" ON "money_return" ("attempt_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_money_return_deleted_at" ON "money_return" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_money_return_attempt_id_unique" ON "money_return" ("attempt_id") WHERE way = 'reversal' and state <> 'failed' and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_money_return_token_hash_unique" ON "money_return" ("token_hash") WHERE token_hash is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_money_return_driver_request_reference" ON "money_return" ("driver", "request_reference") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_money_return_state_next_try_at" ON "money_return" ("state", "next_try_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "payment_difference" ("id" text not null, "driver" text not null, "kind" text check ("kind" in ('orphan', 'mismatch', 'contradiction', 'missing_here', 'missing_there', 'order_disagrees', 'return_failed')) not null, "reference" text not null, "attempt_id" text null, "order_id" text null, "amount" numeric null, "currency_code" text null, "detail" jsonb null, "resolved_at" timestamptz null, "resolved_by" text null, "resolution" text null, "raw_amount" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_difference_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_difference_deleted_at" ON "payment_difference" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_difference_driver_kind_reference_unique" ON "payment_difference" ("driver", "kind", "reference") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_difference_resolved_at" ON "payment_difference" ("resolved_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "provider_event" ("id" text not null, "driver" text not null, "topic" text not null, "key" text not null, "subject_id" text null, "body" jsonb not null, "state" text check ("state" in ('new', 'done', 'parked')) not null default 'new', "outcome" text null, "tries" integer not null default 0, "next_try_at" timestamptz not null, "error" text null, "done_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "provider_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_event_deleted_at" ON "provider_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_provider_event_driver_key_unique" ON "provider_event" ("driver", "key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_event_state_next_try_at" ON "provider_event" ("state", "next_try_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_event_subject_id" ON "provider_event" ("subject_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "provider_token" ("id" text not null, "account" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "provider_token_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_token_deleted_at" ON "provider_token" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_provider_token_account_unique" ON "provider_token" ("account") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "payment_attempt" add constraint "payment_attempt_awaited_id_foreign" foreign key ("awaited_id") references "awaited_payment" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "money_return" add constraint "money_return_attempt_id_foreign" foreign key ("attempt_id") references "payment_attempt" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_awaited_id_foreign";`
    )

    this.addSql(
      `alter table if exists "money_return" drop constraint if exists "money_return_attempt_id_foreign";`
    )

    this.addSql(`drop table if exists "awaited_payment" cascade;`)

    this.addSql(`drop table if exists "ledger_entry" cascade;`)

    this.addSql(`drop table if exists "payment_attempt" cascade;`)

    this.addSql(`drop table if exists "money_return" cascade;`)

    this.addSql(`drop table if exists "payment_difference" cascade;`)

    this.addSql(`drop table if exists "provider_event" cascade;`)

    this.addSql(`drop table if exists "provider_token" cascade;`)
  }
}
