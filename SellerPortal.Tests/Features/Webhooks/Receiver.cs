using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>A receiver of messages on a port of this machine, which answers as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<HttpContext, int, Task> answer;
    private readonly SemaphoreSlim came = new(0);
    private readonly Lock arriving = new();

    private Receiver(Func<HttpContext, int, Task> answer)
    {
        this.answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public string Url => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/hook";

    /// <summary>What came, in its order.</summary>
    public ConcurrentQueue<ReceivedMessage> Messages { get; } = new();

    /// <summary>One that answers each request as the function says; it is told how many came before.</summary>
    public static async Task<Receiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var receiver = new Receiver(answer);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>One that answers with these statuses, and with the last of them from then on.</summary>
    public static Task<Receiver> StartAsync(params int[] statuses) => StartAsync((context, before) =>
    {
        context.Response.StatusCode = statuses[Math.Min(before, statuses.Length - 1)];
        return context.Response.WriteAsync("noted");
    });

    /// <summary>Waits for the next message that nobody has waited for yet.</summary>
    public Task NextAsync() => came.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        came.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var message = new ReceivedMessage(
            context.Request.Path,
            context.Request.Headers["webhook-id"].ToString(),
            context.Request.Headers["webhook-timestamp"].ToString(),
            context.Request.Headers["webhook-signature"].ToString(),
            body,
            context.Request.Headers.Keys.Order().ToArray());
        int before;
        lock (arriving)
        {
            before = Messages.Count;
            Messages.Enqueue(message);
        }

        came.Release();
        await answer(context, before);
    }
}

/// <summary>One request that came.</summary>
internal sealed record ReceivedMessage(string Path, string Id, string Timestamp, string Signature, string Body, IReadOnlyList<string> Headers)
{
    /// <summary>Checks as a receiver does, by a way of its own: one of the signatures must be right.</summary>
    public bool IsSignedWith(string secret)
    {
        using var hash = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        var expected = hash.ComputeHash(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Any(one => one.StartsWith("v1,", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(one[3..]), expected));
    }
}
