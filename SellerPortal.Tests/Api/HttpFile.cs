using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SellerPortal.Tests.Api;

/// <summary>A file of HTTP requests as editors run them: variables, requests between ###, and answers that later ones read.</summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> variables = [];
    private readonly Dictionary<string, JsonNode?> answers = [];

    private HttpFile(IReadOnlyList<HttpFileRequest> requests) => Requests = requests;

    public IReadOnlyList<HttpFileRequest> Requests { get; }

    /// <summary>Reads a file; its variables may be set to other values afterwards.</summary>
    public static HttpFile Parse(string text)
    {
        var requests = new List<HttpFileRequest>();
        var file = new HttpFile(requests);
        foreach (var part in Separator().Split(text))
        {
            if (HttpFileRequest.Parse(part, file.Set) is { } request) requests.Add(request);
        }

        return file;
    }

    public IEnumerable<string> Variables => variables.Keys;

    public void Set(string name, string value) => variables[name] = value;

    /// <summary>Sends a request, and remembers its answer when it has a name.</summary>
    public async Task<ApiAnswer> SendAsync(HttpClient client, HttpFileRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), Fill(request.Url));
        var type = request.Headers.FirstOrDefault(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        if (request.Body is not null) message.Content = new StringContent(Fill(request.Body), Encoding.UTF8, type ?? "text/plain");
        foreach (var (name, value) in request.Headers.Where(header => !header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))) Assert.True(message.Headers.TryAddWithoutValidation(name, Fill(value)), name);
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var answer = await ApiAnswer.OfAsync(response);
        if (request.Name is not null) answers[request.Name] = answer.Json;
        return answer;
    }

    /// <summary>Puts values in the place of braces.</summary>
    public string Fill(string text) => Braces().Replace(text, match => Fill(ValueOf(match.Groups["what"].Value.Trim())));

    private string ValueOf(string what)
    {
        if (what.StartsWith('$')) return Made(what.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (variables.TryGetValue(what, out var value)) return value;
        var place = AnswerPlace().Match(what);
        Assert.True(place.Success && answers.ContainsKey(place.Groups["name"].Value), $"There is no value for {what}.");
        var node = answers[place.Groups["name"].Value];
        foreach (var step in place.Groups["step"].Captures.Select(capture => capture.Value)) node = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node![step];
        Assert.True(node is not null, $"The answer has no {what}.");
        return node.ToString();
    }

    private static string Made(string[] words) => words switch
    {
        ["$guid"] => Guid.CreateVersion7().ToString(),
        ["$randomInt", var from, var to] => Random.Shared.Next(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        ["$localDatetime", "iso8601", .. var shift] => Shifted(shift).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"There is no such function as {string.Join(' ', words)}."),
    };

    private static DateTimeOffset Shifted(string[] shift)
    {
        var now = TimeProvider.System.GetLocalNow();
        return shift switch
        {
            [] => now,
            [var count, "m"] => now.AddMinutes(int.Parse(count, CultureInfo.InvariantCulture)),
            [var count, "h"] => now.AddHours(int.Parse(count, CultureInfo.InvariantCulture)),
            [var count, "d"] => now.AddDays(int.Parse(count, CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException($"There is no such time as {string.Join(' ', shift)}."),
        };
    }

    [GeneratedRegex("^(?=###)", RegexOptions.Multiline, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\{\{(?<what>[^{}]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.body\.\$(\.(?<step>\w+)|\[(?<step>\d+)\])+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerPlace();
}

/// <summary>One request of a file.</summary>
/// <param name="Title">What stands behind ###.</param>
/// <param name="Name">The name under which later requests read the answer.</param>
/// <param name="Expected">The statuses that the file names; none for any of 2xx.</param>
internal sealed record HttpFileRequest(
    string Title, string? Name, IReadOnlyList<HttpStatusCode> Expected, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    private const string NameMark = "# @name ";
    private const string ExpectMark = "# Expect: ";

    public bool Expects(HttpStatusCode status) => Expected.Count == 0 ? (int)status is >= 200 and < 300 : Expected.Contains(status);

    /// <summary>Reads what stands between two lines of ###; null when it holds variables and comments only.</summary>
    internal static HttpFileRequest? Parse(string part, Action<string, string> set)
    {
        var title = "";
        string? name = null;
        HttpStatusCode[] expected = [];
        var lines = new Queue<string>(part.ReplaceLineEndings("\n").Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            if (line.StartsWith("###", StringComparison.Ordinal)) title = line[3..].Trim();
            else if (line.StartsWith(NameMark, StringComparison.Ordinal)) name = line[NameMark.Length..].Trim();
            else if (line.StartsWith(ExpectMark, StringComparison.Ordinal)) expected = [.. line[ExpectMark.Length..].Split(' ').Select(status => (HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture))];
            else if (line.StartsWith('@') && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var variable, var value]) set(variable[1..], value);
            else if (line.Length > 0 && line[0] != '#' && line.Split(' ', 2) is [var method, var url]) return Read(new HttpFileRequest(title, name, expected, method, url.Trim(), [], Body: null), lines);
        }

        return null;
    }

    private static HttpFileRequest Read(HttpFileRequest request, Queue<string> lines)
    {
        var headers = new List<(string, string)>();
        while (lines.TryDequeue(out var line) && line.Length > 0)
        {
            Assert.True(line.Split(": ", 2) is [_, _], $"{request.Title}: {line} is no header.");
            headers.Add((line.Split(": ", 2)[0], line.Split(": ", 2)[1]));
        }

        var body = string.Join('\n', lines).Trim();
        return request with { Headers = headers, Body = body.Length == 0 ? null : body };
    }
}
