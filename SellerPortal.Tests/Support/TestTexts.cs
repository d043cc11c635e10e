using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Tests.Support;

/// <summary>The portal's own texts, and the address that its letters name, for what is tested without a host.</summary>
public static class TestTexts
{
    private static readonly ResourceManagerStringLocalizerFactory Factory = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);

    /// <summary>The portal as letters name it.</summary>
    public static PortalAddress Portal { get; } = new(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Portal:Address", (string?)"https://portal.example")]).Build(), new NoServer());

    public static IStringLocalizer<T> Of<T>() => new StringLocalizer<T>(Factory);

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
