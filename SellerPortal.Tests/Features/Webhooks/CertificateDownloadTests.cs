using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>A certificate names an address where its issuer's is to be had: a way into the portal's network that no check of names sees.</summary>
public sealed class CertificateDownloadTests
{
    [Fact]
    public async Task Send_CertificateNamesAnAddress_NobodyAsksThere()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        using var certificate = LeafWithIssuerAt($"http://127.0.0.1:{((IPEndPoint)inside.LocalEndpoint).Port}/issuer.cer");
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var served = ServeAsync(receiver, certificate);
        var url = $"https://localhost:{((IPEndPoint)receiver.LocalEndpoint).Port}/hook";
        var endpoint = WebhookEndpoint.Create(world.Seller.Id, new WebhookWish(url, null), world.Secrets.Protect(WebhookSignature.NewSecret()), world.Actor.UserId, world.Time.GetUtcNow());
        var attempt = await world.Sender.SendAsync(endpoint, Guid.CreateVersion7(), "{}", WebhookWorld.Token);
        await served;
        Assert.False(inside.Pending(), "The portal asked inside for the issuer's certificate.");
        Assert.Equal((null, WebhookTrouble.Tls), (attempt.Status, attempt.Trouble!.Value));
    }

    /// <summary>Shows the certificate and nothing else, as a receiver does that leaves its issuer out.</summary>
    private static async Task ServeAsync(TcpListener receiver, X509Certificate2 certificate)
    {
        using var client = await receiver.AcceptTcpClientAsync(WebhookWorld.Token);
        await using var tls = new SslStream(client.GetStream());
        try
        {
            var shown = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = shown }, WebhookWorld.Token);
            await tls.ReadExactlyAsync(new byte[1], WebhookWorld.Token);
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
            // The portal does not trust it.
        }
    }

    private static X509Certificate2 LeafWithIssuerAt(string address)
    {
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = new CertificateRequest("CN=Issuer of a test", issuerKey, HashAlgorithmName.SHA256);
        issuer.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var root = issuer.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        leaf.CertificateExtensions.Add(names.Build());
        leaf.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(ocspUris: null, caIssuersUris: [address]));
        using var bare = leaf.Create(root, now.AddHours(-1), now.AddDays(7), RandomNumberGenerator.GetBytes(8));
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
    }
}
