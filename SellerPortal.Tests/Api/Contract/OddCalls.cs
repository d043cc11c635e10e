using System.Text;
using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>Makes calls that nobody means, from a seed: the same seed makes the same calls.</summary>
internal sealed class OddCalls(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n", "null", "undefined", "-1", "0", "2147483648", "9223372036854775808", "1e400", "NaN", "true", "' OR 1=1 --", "%", "_", "\\", "*", "{0}", "../../etc/passwd", "<script>alert(1)</script>",
        "📦📦📦", "👩‍👩‍👧‍👦", "مرحبا بالعالم", "\u202Egnirts", "\uFEFF", "नमस्ते", "e\u0301", "\u0001\u007F", "İıſ", "EE123456785IN", "492001", "०१२३४५", "2026-02-30", "0001-01-01", "9999-12-31", "GEMC-511687712345678",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "a@b", "@", "+919826012345", "=cmd|' /C calc'!A0", "\u2028", "a~b/c", "$ref",
    ];

    /// <summary>Values as they stand in JSON, those that no serializer writes among them.</summary>
    private static readonly string[] Raw =
    [
        "null", "true", "[]", "{}", "0", "-0", "-1", "1.5", "1e5", "1e308", "1e400", "-1e400", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "79228162514264337593543950336", "0.0000000000000000000000000001",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u202e\"", "[null]", "[[]]", "[{}]", "[\"\"]", "{\"\":1}", "{\"\\ud800\":1}", "NaN", "'x'", "\"", "01", ".5", "tru",
    ];

    private static readonly string[] Types = ["application/json", "application/json; charset=utf-16", "text/json", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain", "nonsense", ""];

    private readonly Random random = new(seed);

    /// <summary>A call of an operation that once was a good one.</summary>
    public HttpRequestMessage Make(ContractCall good)
    {
        var request = new HttpRequestMessage(good.Operation.Method, UrlOf(good));
        if (good.Body is not null || random.Next(20) == 0)
        {
            request.Content = new ByteArrayContent(BodyOf(good.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(10) > 0 ? "application/json" : Pick(Types));
        }

        if (good.Operation.NeedsIdempotencyKey) request.Headers.TryAddWithoutValidation("Idempotency-Key", random.Next(10) > 0 ? $"odd-{seed}-{random.Next()}" : Line(AnyText()));
        if (random.Next(10) == 0) request.Headers.TryAddWithoutValidation("Idempotency-Key", "second");
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("If-Match", random.Next(3) switch { 0 => "*", 1 => "W/\"1\", \"2\", x", _ => Line(AnyText()) });
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("Portal-Seller", Line(AnyText()));
        if (random.Next(15) == 0) request.Headers.TryAddWithoutValidation("Accept", Line(AnyText()));
        if (random.Next(15) == 0) request.Headers.TryAddWithoutValidation("Accept-Language", Line(AnyText()));
        if (random.Next(30) == 0) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Line(AnyText())}");
        return request;
    }

    private string UrlOf(ContractCall good)
    {
        var url = good.Url;
        if (good.Operation.Places.Count > 0 && random.Next(5) == 0)
        {
            var odd = Uri.EscapeDataString(Line(AnyText()));
            url = good.Operation.Path.Replace($"{{{good.Operation.Places[0]}}}", odd is "" or "." or ".." ? "x" : odd, StringComparison.Ordinal);
        }

        foreach (var parameter in good.Operation.Parameters("query").Where(_ => random.Next(3) == 0))
        {
            url += $"{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter["name"]}={Uri.EscapeDataString(AnyText())}";
        }

        return url;
    }

    private byte[] BodyOf(JsonNode? good)
    {
        var text = good?.ToJsonString() ?? "{}";
        switch (random.Next(12))
        {
            case 0:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return Encoding.UTF8.GetBytes(text[..random.Next(text.Length + 1)]);
            case 2:
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 3:
                return Encoding.UTF8.GetBytes(Pick(Raw));
            default:
                return Encoding.UTF8.GetBytes(Mutate(good?.DeepClone()));
        }
    }

    /// <summary>Puts odd values in one to three places; they stand as marks until all is text.</summary>
    private string Mutate(JsonNode? body)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var places = PlacesIn(body).ToList();
            if (places.Count == 0) return Pick(Raw);
            var (owner, name, index) = places[random.Next(places.Count)];
            var mark = $"mark-{times}-{random.Next()}";
            marks[$"\"{mark}\""] = random.Next(2) == 0 ? Pick(Raw) : JsonValue.Create(AnyText()).ToJsonString();
            if (owner is JsonArray items) items[index] = mark;
            else if (random.Next(8) == 0) owner.AsObject().Remove(name!);
            else owner[random.Next(15) == 0 ? AnyText() : name!] = mark;
        }

        return marks.Aggregate(body!.ToJsonString(), (text, mark) => text.Replace(mark.Key, mark.Value, StringComparison.Ordinal));
    }

    private static IEnumerable<(JsonNode Owner, string? Name, int Index)> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => PlacesIn(member.Value).Prepend((members, member.Key, 0))),
        JsonArray items => items.SelectMany((item, i) => PlacesIn(item).Prepend((items, null, i))),
        _ => [],
    };

    private string AnyText() => random.Next(10) switch
    {
        0 => new string(Pick(Texts).DefaultIfEmpty('x').First(), random.Next(1, 3000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => char.ConvertFromUtf32(random.Next(0x20, 0xD7FF)))),
        2 => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => $"{Pick(Texts)}{Pick(Texts)}",
        4 => "a\0b",
        _ => Pick(Texts),
    };

    /// <summary>Without what no server lets into a header or a path.</summary>
    private static string Line(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
