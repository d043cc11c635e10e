using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SellerPortal.Domain;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Printing.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Streams the papers of a hand-over to the browser, which shows them.</summary>
internal sealed class ManifestEndpoints
{
    private ManifestEndpoints()
    {
    }

    /// <summary><c>GET /manifests/{id}/pdf</c></summary>
    public static async Task<IResult> ManifestAsync(
        Guid id, ClaimsPrincipal user, HttpResponse response, ReadManifests read, ManifestPrinter printer, IStringLocalizer<ManifestsTexts> texts, CancellationToken token)
    {
        if (await read.PaperAsync(user.ToActor(), new ManifestId(id), token) is not { } content) return Problems.NotFound(texts["NoPaperOfManifest"], texts["ManifestRemedy"]);
        Name(response, content.Number);
        return Results.Stream(stream => printer.PrintAsync(content, stream, token), "application/pdf");
    }

    /// <summary><c>GET /manifests/{id}/declarations</c>: the declaration of each parcel.</summary>
    public static async Task<IResult> DeclarationsAsync(
        Guid id, ClaimsPrincipal user, HttpResponse response, ReadManifests read, ReadDeclarations declarations, DeclarationPrinter printer, IStringLocalizer<ManifestsTexts> texts, CancellationToken token)
    {
        if (await read.PaperAsync(user.ToActor(), new ManifestId(id), token) is not { } content) return Problems.NotFound(texts["NoPaperOfManifest"], texts["ManifestRemedy"]);
        if (content.Lines.Count == 0) return Problems.Conflict("manifest_empty", texts["NoDeclarations"], texts["EmptyRemedy"]);
        Name(response, $"CDF-1-{content.Number}");
        return Results.Stream(
            stream => printer.PrintAsync(declarations.OfAsync([.. content.Lines.Select(line => line.ShipmentId)], token), stream, token),
            "application/pdf");
    }

    /// <summary><c>GET /shipments/{id}/declaration</c></summary>
    public static async Task<IResult> DeclarationAsync(
        Guid id, ClaimsPrincipal user, HttpResponse response, ReadDeclarations read, DeclarationPrinter printer, IStringLocalizer<ManifestsTexts> texts, CancellationToken token)
    {
        if (await read.OneAsync(user.ToActor(), new ShipmentId(id), token) is not { } content) return Problems.NotFound(texts["NoSuchShipment"], texts["ShipmentRemedy"]);
        Name(response, $"CDF-1-{content.Article}");
        return Results.Stream(stream => printer.PrintAsync(new[] { content }.ToAsyncEnumerable(), stream, token), "application/pdf");
    }

    private static void Name(HttpResponse response, string name)
    {
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"{name}.pdf" }.ToString();
        response.Headers.CacheControl = "no-store";
    }
}
