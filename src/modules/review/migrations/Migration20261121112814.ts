import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121112814 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "review_vote" drop constraint if exists "review_vote_review_id_customer_id_unique";`
    )
    this.addSql(
      `alter table if exists "review_summary" drop constraint if exists "review_summary_product_id_unique";`
    )
    this.addSql(
      `alter table if exists "review" drop constraint if exists "review_without_order_unique";`
    )
    this.addSql(
      `alter table if exists "review" drop constraint if exists "review_customer_id_product_id_order_id_unique";`
    )
    this.addSql(
      `create table if not exists "review" ("id" text not null, "product_id" text not null, "customer_id" text null, "order_id" text null, "author_name" text null, "rating" integer not null, "title" text null, "comment" text null, "verified" boolean not null default false, "status" text check ("status" in ('pending', 'approved', 'rejected')) not null default 'pending', "version" integer not null default 1, "helpful_count" integer not null default 0, "edited_at" timestamptz null, "moderated_at" timestamptz null, "moderated_by" text null, "rejection_reason" text null, "reply" text null, "replied_at" timestamptz null, "replied_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_pkey" primary key ("id"), constraint review_rating_check check (rating between 1 and 5), constraint review_title_check check (char_length(title) <= 255));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_deleted_at" ON "review" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_customer_id_product_id_order_id_unique" ON "review" ("customer_id", "product_id", "order_id") WHERE order_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_without_order_unique" ON "review" ("customer_id", "product_id") WHERE order_id is null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_customer_id_created_at" ON "review" ("customer_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_product_id_status_created_at" ON "review" ("product_id", "status", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_product_id_status_rating" ON "review" ("product_id", "status", "rating") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_product_id_status_helpful_count" ON "review" ("product_id", "status", "helpful_count") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_status_created_at" ON "review" ("status", "created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "review_summary" ("id" text not null, "product_id" text not null, "count_1" integer not null default 0, "count_2" integer not null default 0, "count_3" integer not null default 0, "count_4" integer not null default 0, "count_5" integer not null default 0, "rating_count" integer not null default 0, "rating_average" real not null default 0, "version" integer not null default 0, "copied_version" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_summary_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_summary_product_id_unique" ON "review_summary" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_summary_deleted_at" ON "review_summary" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_summary_uncopied" ON "review_summary" ("product_id") WHERE copied_version < version AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "review_vote" ("id" text not null, "review_id" text not null, "customer_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_vote_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_vote_review_id" ON "review_vote" ("review_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_vote_deleted_at" ON "review_vote" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_vote_review_id_customer_id_unique" ON "review_vote" ("review_id", "customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_review_vote_customer_id" ON "review_vote" ("customer_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "review_vote" add constraint "review_vote_review_id_foreign" foreign key ("review_id") references "review" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "review_vote" drop constraint if exists "review_vote_review_id_foreign";`
    )

    this.addSql(`drop table if exists "review" cascade;`)

    this.addSql(`drop table if exists "review_summary" cascade;`)

    this.addSql(`drop table if exists "review_vote" cascade;`)
  }
}
