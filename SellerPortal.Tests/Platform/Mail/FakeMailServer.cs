using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SellerPortal.Tests.Platform.Mail;

/// <summary>A mail server that speaks as much SMTP as a client needs, and keeps what it gets.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    /// <param name="refusal">The answer to every letter, such as <c>451 Try later</c>; null to take it.</param>
    /// <param name="receiver">The answer to every receiver; null to take it.</param>
    /// <param name="port">Where it listens; 0 for any free port.</param>
    public FakeMailServer(string? refusal = null, string? receiver = null, int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        serving = Task.Run(() => ServeAsync(refusal, receiver ?? "250 fine"));
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The letters as they came.</summary>
    public List<string> Letters { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        stop.Dispose();
    }

    private async Task ServeAsync(string? refusal, string receiver)
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 mail.example ready");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".") letter.AppendLine(text);
                    if (refusal is null) Letters.Add(letter.ToString());
                    await writer.WriteLineAsync(refusal ?? "250 taken");
                }
                else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync(receiver);
                }
                else
                {
                    await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250 mail.example" : "250 fine");
                    if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) break;
                }
            }
        }
    }
}
