export { first, newId, raw, type Sql, sqlIn } from "../../sql"
