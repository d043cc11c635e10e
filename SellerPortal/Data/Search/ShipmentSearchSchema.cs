using Microsoft.EntityFrameworkCore.Migrations;

namespace SellerPortal.Data.Search;

/// <summary>
/// The part of the search that the model cannot say: triggers that keep <see cref="ShipmentSearchRow"/> right whoever
/// writes a shipment, and the index of its letters by threes. SQLite drops the triggers of a table that a migration
/// rebuilds: such a migration calls <see cref="CreateShipmentSearch"/> again as its last step.
/// </summary>
internal static class ShipmentSearchSchema
{
    /// <summary>The table of <see cref="ShipmentSearchRow"/>.</summary>
    public const string Table = "ShipmentSearch";

    /// <summary>The full text table of SQLite; its rowid is the row's id.</summary>
    public const string SqliteWords = "ShipmentWords";

    private const string Watched = """
        "Article", "SellerId", "BookedAt", "Product", "Consignee_Pincode", "Consignee_Name", "Consignee_Company", "Consignee_Mobile",
        "References_Order", "References_Invoice", "References_GemContract"
        """;

    private const string Columns = """ "ShipmentId", "SellerId", "BookedAt", "Product", "Pincode", "Text" """;

    private static readonly Dictionary<string, string> SqliteTriggers = new(StringComparer.Ordinal)
    {
        ["Shipments_search_insert"] = $"""
            AFTER INSERT ON "Shipments" BEGIN
            INSERT INTO "ShipmentSearch" ({Columns}) SELECT {Values("NEW", "char(10)")};
            END
            """,
        ["Shipments_search_update"] = $"""
            AFTER UPDATE OF {Watched} ON "Shipments" BEGIN
            UPDATE "ShipmentSearch" SET ({Columns}) = (SELECT {Values("NEW", "char(10)")}) WHERE "ShipmentId" = OLD."Id";
            END
            """,
        ["Shipments_search_delete"] = """
            AFTER DELETE ON "Shipments" BEGIN DELETE FROM "ShipmentSearch" WHERE "ShipmentId" = OLD."Id"; END
            """,
        ["ShipmentSearch_words_insert"] = $"""
            AFTER INSERT ON "ShipmentSearch" BEGIN INSERT INTO "ShipmentWords" (rowid, "Text") VALUES (NEW."Id", {IndexedOf("NEW")}); END
            """,
        ["ShipmentSearch_words_update"] = $"""
            AFTER UPDATE OF "Text" ON "ShipmentSearch" WHEN NEW."Text" <> OLD."Text" BEGIN
            UPDATE "ShipmentWords" SET "Text" = {IndexedOf("NEW")} WHERE rowid = NEW."Id"; END
            """,
        ["ShipmentSearch_words_delete"] = """
            AFTER DELETE ON "ShipmentSearch" BEGIN DELETE FROM "ShipmentWords" WHERE rowid = OLD."Id"; END
            """,
    };

    /// <summary>Creates or recreates triggers and text index, and fills the table with the shipments that are there.</summary>
    public static void CreateShipmentSearch(this MigrationBuilder migration)
    {
        foreach (var step in Steps(migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))) migration.Sql(step);
    }

    /// <summary>Takes away what <see cref="CreateShipmentSearch"/> made, but not the table.</summary>
    public static void DropShipmentSearch(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            foreach (var name in SqliteTriggers.Keys) migration.Sql($"DROP TRIGGER IF EXISTS \"{name}\"");
            migration.Sql($"DROP TABLE IF EXISTS \"{SqliteWords}\"");
        }
        else
        {
            migration.Sql("""DROP TRIGGER IF EXISTS "Shipments_search" ON "Shipments"; DROP FUNCTION IF EXISTS shipment_search();""");
        }
    }

    /// <summary>The statements, in their order.</summary>
    internal static IEnumerable<string> Steps(bool sqlite) => sqlite ? SqliteSteps() : PostgresSteps();

    private static string Values(string row, string newLine) => $"""
        {row}."Id", {row}."SellerId", {row}."BookedAt", {row}."Product", {row}."Consignee_Pincode",
        lower(concat_ws({newLine}, {row}."Article", {row}."Consignee_Name", {row}."Consignee_Company", {row}."Consignee_Mobile",
        {row}."References_Order", {row}."References_Invoice", {row}."References_GemContract"))
        """;

    /// <summary>
    /// What the threes are made of: all but the first letter. Most article numbers begin alike, and threes that stand in
    /// nearly every row cost the most and find nothing; the beginning of a number is found by the numbers' own index.
    /// </summary>
    private static string IndexedOf(string row) => $"substr({row}.\"Text\", 2)";

    private static IEnumerable<string> SqliteSteps()
    {
        foreach (var name in SqliteTriggers.Keys) yield return $"DROP TRIGGER IF EXISTS \"{name}\"";
        yield return $"DROP TABLE IF EXISTS \"{SqliteWords}\"";
        // Threes of letters without their places: half the size; whoever searches compares the text itself as well.
        yield return $"CREATE VIRTUAL TABLE \"{SqliteWords}\" USING fts5(\"Text\", content='', contentless_delete=1, detail=none, tokenize='trigram')";
        yield return "DELETE FROM \"ShipmentSearch\"";
        yield return $"""INSERT INTO "ShipmentSearch" ({Columns}) SELECT {Values("s", "char(10)")} FROM "Shipments" AS s ORDER BY s."BookedAt", s."Id" """;
        yield return $"""INSERT INTO "ShipmentWords" (rowid, "Text") SELECT s."Id", {IndexedOf("s")} FROM "ShipmentSearch" AS s ORDER BY s."Id" """;
        foreach (var (name, body) in SqliteTriggers) yield return $"CREATE TRIGGER \"{name}\" {body}";
    }

    private static IEnumerable<string> PostgresSteps()
    {
        yield return """DROP INDEX IF EXISTS "IX_ShipmentSearch_Text";""";
        yield return """TRUNCATE "ShipmentSearch";""";
        yield return $"""INSERT INTO "ShipmentSearch" ({Columns}) SELECT {Values("s", "chr(10)")} FROM "Shipments" AS s ORDER BY s."BookedAt", s."Id";""";
        // Without the extension, which a server may lack, a search reads the whole table instead: slower, not wrong.
        yield return """
            DO $do$ BEGIN
              CREATE EXTENSION IF NOT EXISTS pg_trgm;
              CREATE INDEX "IX_ShipmentSearch_Text" ON "ShipmentSearch" USING gin ("Text" gin_trgm_ops) WITH (gin_pending_list_limit = 512);
            EXCEPTION WHEN undefined_file OR insufficient_privilege OR feature_not_supported THEN
              RAISE WARNING 'pg_trgm cannot be installed: searching shipments will be slow. %', SQLERRM;
            END $do$;
            """;
        yield return $"""
            CREATE OR REPLACE FUNCTION shipment_search() RETURNS trigger LANGUAGE plpgsql AS $do$ BEGIN
              IF TG_OP = 'INSERT' THEN
                INSERT INTO "ShipmentSearch" ({Columns}) SELECT {Values("NEW", "chr(10)")};
              ELSIF TG_OP = 'UPDATE' THEN
                UPDATE "ShipmentSearch" SET ({Columns}) = (SELECT {Values("NEW", "chr(10)")}) WHERE "ShipmentId" = OLD."Id";
              ELSE
                DELETE FROM "ShipmentSearch" WHERE "ShipmentId" = OLD."Id";
              END IF;
              RETURN NULL;
            END $do$;
            """;
        yield return $"""
            DROP TRIGGER IF EXISTS "Shipments_search" ON "Shipments";
            CREATE TRIGGER "Shipments_search" AFTER INSERT OR DELETE OR UPDATE OF {Watched} ON "Shipments"
            FOR EACH ROW EXECUTE FUNCTION shipment_search();
            """;
    }
}
