using System.Globalization;
using System.Net;
using MailKit.Security;

namespace SellerPortal.Platform.Mail;

/// <summary>A mail server as the configuration names it, checked.</summary>
internal sealed record SmtpServer(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Account)
{
    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">As they stand in the configuration.</param>
    /// <param name="faults">What is wrong with them, a sentence each.</param>
    /// <returns>The server; null when none is named, or something is wrong.</returns>
    public static SmtpServer? Read(SmtpSettings settings, List<string> faults)
    {
        var host = settings.Host?.Trim();
        if (string.IsNullOrEmpty(host))
        {
            if (new[] { settings.Port, settings.User, settings.Password, settings.Tls }.Any(value => !string.IsNullOrWhiteSpace(value)))
            {
                faults.Add("Mail:Smtp:Host is missing; name the mail server, or leave out all of Mail:Smtp.");
            }

            return null;
        }

        var before = faults.Count;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) faults.Add($"Mail:Smtp:Host is '{host}'; it must be the name or address of a server, without a port.");
        var security = SecurityOf(settings.Tls, faults);
        var port = PortOf(settings.Port, security, faults);
        if (string.IsNullOrEmpty(settings.User) != string.IsNullOrEmpty(settings.Password)) faults.Add("Mail:Smtp:User and Mail:Smtp:Password belong together; set both or neither.");
        else if (!string.IsNullOrEmpty(settings.User) && security == SecureSocketOptions.None) faults.Add("Mail:Smtp:Tls is 'None', so the password could be read on its way; use StartTls or Implicit.");
        if (faults.Count > before) return null;
        return new SmtpServer(host, port, security, string.IsNullOrEmpty(settings.User) ? null : new NetworkCredential(settings.User, settings.Password));
    }

    private static SecureSocketOptions SecurityOf(string? text, List<string> faults)
    {
        switch (text?.Trim().ToUpperInvariant())
        {
            case null or "" or "STARTTLS":
                return SecureSocketOptions.StartTls;
            case "IMPLICIT":
                return SecureSocketOptions.SslOnConnect;
            case "NONE":
                return SecureSocketOptions.None;
            default:
                faults.Add($"Mail:Smtp:Tls is '{text}'; it must be None, StartTls or Implicit.");
                return SecureSocketOptions.StartTls;
        }
    }

    private static int PortOf(string? text, SecureSocketOptions security, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return security == SecureSocketOptions.SslOnConnect ? ImplicitTlsPort : SubmissionPort;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort) return port;
        faults.Add($"Mail:Smtp:Port is '{text}'; it must be a number from 1 to {IPEndPoint.MaxPort}.");
        return SubmissionPort;
    }
}
