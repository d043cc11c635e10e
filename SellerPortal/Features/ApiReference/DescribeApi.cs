using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiReference;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class DescribeApi : IOpenApiDocumentTransformer
{
    /// <summary>The name of the scheme of keys.</summary>
    public const string KeyScheme = "apiKey";

    /// <summary>The name of the scheme of partners' tokens.</summary>
    public const string TokenScheme = "oauth2";

    private const string Description =
        """
        Everything a seller does in the portal, for systems. Money is in paise, weight in grams, sizes in centimetres with at most one decimal; instants are UTC, days are Indian calendar days.

        **Access.** Pincodes, serviceability, prices, tariffs and public tracking need no key. For the rest an owner of the seller makes a key in the portal and sends it as `X-Api-Key` or as a bearer token.

        **Test mode.** Keys that begin with `test_`, made in the portal's test mode, and partners whose client id begins with `test_` act in a world of their own: article numbers begin with Z, nothing is posted, fetched or charged, no mail is sent, and scans are made up. Everything else is as it will be.

        **Asking again.** Every POST that creates something needs the header `Idempotency-Key`. The same key with the same body gives the first answer again, for 24 hours at least, and after some days is refused with 422, because a new wish needs a new key; with another body it is refused with 422, and while the first call runs with 409 and `Retry-After`. A refused call may come again, corrected, under the same key. A call that broke off goes on when you ask again; where the portal cannot tell whether it was done, it says `outcome_unknown` and does not do it twice.

        **Errors** are problem details (RFC 9457) with a stable `code`, the reason as `detail` and what to do as `remedy`; `errors` names each field with a JSON pointer, the reason and the remedy. Unknown members are refused, except in the event feed, and so are unknown parameters of a query. What is not yours is 404.

        **Lists** go on from `next`, given as `cursor`. **Changes** may name the ETag they were made for in `If-Match`; if it is no longer that one they are refused with 412.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Seller Portal API", Version = "1", Description = Description };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyAccess.Header, Description = "A key that an owner made in the portal." },
            [TokenScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = $"For partners such as GeM: a token of an hour, fetched with the client id and the secret, and sent as bearer token. The header {PartnerAccess.SellerHeader} names the seller.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri(PartnerAccess.TokenEndpoint, UriKind.Relative),
                        Scopes = ApiScopes.OfPartners.ToDictionary(scope => scope, MeaningOf, StringComparer.Ordinal),
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static string MeaningOf(string scope) => scope switch
    {
        ApiScopes.Sellers => "Register sellers and read how far they are.",
        ApiScopes.ShipmentsRead => "Read shipments with their consignees.",
        ApiScopes.ShipmentsWrite => "Book, change, cancel and recall shipments.",
        ApiScopes.Labels => "Take out labels.",
        ApiScopes.Pickups => "Ask for pickups, move and cancel them.",
        ApiScopes.Manifests => "Fill and close manifests.",
        ApiScopes.Webhooks => "Keep the addresses that are told of what happens.",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No partner is given this scope."),
    };
}
