using System.Text;
using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>A call of an operation that succeeds as it is, and what becomes of it when it is changed.</summary>
internal sealed class ContractCall
{
    private ContractCall(ApiOperation operation, string url, JsonNode? body) => (Operation, Url, Body) = (operation, url, body);

    public ApiOperation Operation { get; }

    public string Url { get; }

    public JsonNode? Body { get; }

    public static async Task<ContractCall> PrepareAsync(ContractWorld world, ApiOperation operation)
    {
        var example = ContractExamples.All[operation.Id];
        var url = operation.Path;
        if (example.Place is not null)
        {
            foreach (var (name, value) in operation.Places.Zip((await example.Place(world)).Split('/'))) url = url.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        var body = operation.Example;
        if (example.Fill is not null) await example.Fill(world, body!);
        return new ContractCall(operation, url + example.Query, body);
    }

    /// <summary>Sends it, with a new idempotency key unless none is wanted.</summary>
    public Task<ApiAnswer> SendAsync(HttpClient client, bool withKey = true) => SendAsync(client, Url, Body?.ToJsonString(), withKey);

    /// <summary>Sends another body.</summary>
    public Task<ApiAnswer> SendAsync(HttpClient client, JsonNode body) => SendAsync(client, Url, body.ToJsonString());

    /// <summary>Sends it to another address, with a body that need not be JSON.</summary>
    public async Task<ApiAnswer> SendAsync(HttpClient client, string url, string? body, bool withKey = true)
    {
        using var request = new HttpRequestMessage(Operation.Method, url);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (withKey && Operation.NeedsIdempotencyKey) request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.OfAsync(response);
    }
}

/// <summary>Judges answers by what the document says of them.</summary>
internal static class ContractJudge
{
    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Fault(ApiOperation operation, ApiAnswer answer)
    {
        var status = (int)answer.Status;
        if (!operation.Declares(status)) return Say($"{status} is not in the document");
        var answers = operation.Answers(status);
        if (status < 400 && answers.Count == 0) return answer.Text.Length == 0 ? null : Say($"{status} has a body that is not in the document");
        if (status < 400)
        {
            if (!answers.TryGetValue(answer.ContentType ?? "", out var schema)) return Say($"{answer.ContentType} is not in the document");
            return answer.ContentType != "application/json" ? null : Joined(SchemaCheck.Faults(operation.Document, answer.Json, schema!), answer);
        }

        return ProblemFault(operation, answer, answers.Values.FirstOrDefault());
    }

    private static string? ProblemFault(ApiOperation operation, ApiAnswer answer, JsonNode? schema)
    {
        if (answer.ContentType != "application/problem+json") return Say($"{answer.ContentType} instead of a problem");
        if (schema is null) return "the document has no schema of the problem";
        var problem = answer.Json;
        var faults = SchemaCheck.Faults(operation.Document, problem, schema).ToList();
        if (problem["status"]?.GetValue<int>() != (int)answer.Status) faults.Add("status is another one");
        if (!IsCode(problem["code"])) faults.Add("code is none");
        if (!IsSentence(problem["detail"])) faults.Add("detail is no sentence");
        if (!IsSentence(problem["remedy"]) || problem["remedy"]!.ToString() == problem["detail"]!.ToString()) faults.Add("remedy is no sentence of its own");
        if ((int)answer.Status == 400)
        {
            if (problem["errors"] is not JsonArray { Count: > 0 } errors) faults.Add("400 without errors");
            else if (!errors.All(error => IsCode(error!["code"]) && error["reason"]?.ToString().Length > 0 && error["remedy"]?.ToString().Length > 0 && error["pointer"] is not null)) faults.Add("an error without a pointer, a code, a reason or a remedy");
        }

        return Joined(faults, answer);
    }

    /// <summary>Words in lower case with underscores between them.</summary>
    private static bool IsCode(JsonNode? code) => code?.ToString() is { Length: > 0 } text && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsSentence(JsonNode? text) => text?.ToString() is { } said && said.Contains(' ', StringComparison.Ordinal) && (said.EndsWith('.') || said.EndsWith('?'));

    private static string? Joined(IReadOnlyList<string> faults, ApiAnswer answer) => faults.Count == 0 ? null : $"{string.Join("; ", faults)} in {answer.Text}";

    private static string Say(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
