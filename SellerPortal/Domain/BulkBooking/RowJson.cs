using System.Text.Json;
using System.Text.Json.Serialization;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>How cells, faults and columns of a sheet are kept as JSON; dates are told from texts by a list around them.</summary>
public static class RowJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new CellConverter() },
    };

    public static string Write(IReadOnlyDictionary<SheetColumn, SheetCell> cells) => JsonSerializer.Serialize(cells, Options);

    public static string Write(IReadOnlyList<CellFault> faults) => JsonSerializer.Serialize(faults, Options);

    public static string Write(SheetMap map) => JsonSerializer.Serialize(map.Columns, Options);

    public static Dictionary<SheetColumn, SheetCell> ReadCells(string json) => JsonSerializer.Deserialize<Dictionary<SheetColumn, SheetCell>>(json, Options) ?? [];

    public static IReadOnlyList<CellFault> ReadFaults(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<CellFault>>(json, Options) ?? [];

    public static SheetMap ReadMap(string? json) => new(json is null ? [] : JsonSerializer.Deserialize<List<MappedColumn>>(json, Options) ?? []);

    private sealed class CellConverter : JsonConverter<SheetCell>
    {
        public override SheetCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new SheetCell(reader.GetString() ?? "");
            reader.Read();
            var text = reader.GetString() ?? "";
            reader.Read();
            return new SheetCell(text, IsDate: true);
        }

        public override void Write(Utf8JsonWriter writer, SheetCell value, JsonSerializerOptions options)
        {
            if (!value.IsDate)
            {
                writer.WriteStringValue(value.Text);
                return;
            }

            writer.WriteStartArray();
            writer.WriteStringValue(value.Text);
            writer.WriteEndArray();
        }
    }
}
