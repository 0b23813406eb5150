import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121175332 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "tag_profile" drop constraint if exists "tag_profile_slug_unique";`
    )
    this.addSql(
      `alter table if exists "tag_profile" drop constraint if exists "tag_profile_tag_id_unique";`
    )
    this.addSql(
      `alter table if exists "category_profile" drop constraint if exists "category_profile_category_id_unique";`
    )
    this.addSql(
      `create table if not exists "category_profile" ("id" text not null, "category_id" text not null, "image" text null, "image_alt" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "category_profile_pkey" primary key ("id"), constraint CK_category_profile_image_length check (char_length("image") <= 2048), constraint CK_category_profile_image_alt_length check (char_length("image_alt") <= 255));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_category_profile_category_id_unique" ON "category_profile" ("category_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_category_profile_deleted_at" ON "category_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "tag_profile" ("id" text not null, "tag_id" text not null, "slug" text not null, "description" text null, "rank" integer not null default 0, "is_visible" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "tag_profile_pkey" primary key ("id"), constraint CK_tag_profile_slug check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*\$'), constraint CK_tag_profile_slug_length check (char_length("slug") <= 100), constraint CK_tag_profile_description_length check (char_length("description") <= 1000), constraint CK_tag_profile_rank_not_negative check ("rank" >= 0));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_tag_profile_tag_id_unique" ON "tag_profile" ("tag_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_tag_profile_slug_unique" ON "tag_profile" ("slug") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_tag_profile_deleted_at" ON "tag_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_tag_profile_rank" ON "tag_profile" ("rank") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "category_profile" cascade;`)

    this.addSql(`drop table if exists "tag_profile" cascade;`)
  }
}
