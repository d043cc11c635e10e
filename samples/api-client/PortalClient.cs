using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SellerPortal.Samples;

/// <summary>Calls the portal: brings the access, and asks again with the same Idempotency-Key when no answer came.</summary>
internal sealed class PortalClient(Uri portal) : IDisposable
{
    private const int Tries = 4;

    private readonly HttpClient http = new() { BaseAddress = portal, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Calls with the key of a seller.</summary>
    public void UseKey(string key) => http.DefaultRequestHeaders.Add("X-Api-Key", key);

    /// <summary>Fetches a token, and calls as a partner from then on. It lives for an hour; a service fetches a new one in time.</summary>
    public async Task SignInAsync(string clientId, string secret)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret)]);
        using var answer = await http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form);
        if (!answer.IsSuccessStatusCode) throw new PortalException(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text("access_token"));
    }

    /// <summary>From now on the partner acts for this seller.</summary>
    public void ActFor(string seller) => http.DefaultRequestHeaders.Add("Portal-Seller", seller);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, body: null);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Writes what stands at the address into a file.</summary>
    public async Task DownloadAsync(string path, string file)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, body: null);
        await using var target = File.Create(file);
        await answer.Content.CopyToAsync(target);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        // One key for one wish: the portal does it once, however often it is asked.
        var key = Guid.CreateVersion7().ToString();
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Idempotency-Key", key);
            if (body is not null) request.Content = JsonContent.Create(body);
            try
            {
                var answer = await http.SendAsync(request);
                if (answer.IsSuccessStatusCode) return answer;
                using (answer)
                {
                    var refusal = new PortalException(answer.StatusCode, await answer.Content.ReadAsStringAsync());
                    if (attempt == Tries || !MayAskAgain(answer)) throw refusal;
                    await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(attempt));
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
        }
    }

    /// <summary>True when waiting helps; a 409 with a time to wait means that the first call still runs.</summary>
    private static bool MayAskAgain(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null);
}

/// <summary>The portal refused a call.</summary>
internal sealed class PortalException(HttpStatusCode status, string problem) : Exception($"{(int)status}: {problem}");

/// <summary>Reads members of an answer.</summary>
internal static class Answers
{
    public static string Text(this JsonElement answer, string name) => answer.GetProperty(name).GetString() ?? "";
}
