using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Shipments.List;

/// <summary>Sends the list as a sheet.</summary>
internal sealed class ExportEndpoint
{
    private const string Csv = "text/csv; charset=utf-8";

    private ExportEndpoint()
    {
    }

    /// <summary><c>GET /shipments/export?format=csv|xlsx</c> and the filter of the list.</summary>
    public static IResult Get(string? format, HttpRequest request, ClaimsPrincipal user, TimeProvider clock, ExportShipments export, IStringLocalizer<ShipmentsTexts> texts)
    {
        var actor = user.ToActor();
        var filter = ShipmentFilter.Parse(request.QueryString.Value);
        var name = string.Create(CultureInfo.InvariantCulture, $"shipments-{IndianFormat.DayOf(clock.GetUtcNow()):yyyy-MM-dd}");
        var token = request.HttpContext.RequestAborted;
        return format switch
        {
            null or "" or "csv" => Results.Stream(target => export.WriteCsvAsync(actor, filter, target, token), Csv, $"{name}.csv"),
            "xlsx" => Results.Stream(target => SendXlsxAsync(export, actor, filter, target, token), MediaTypes.Xlsx, $"{name}.xlsx"),
            _ => Problems.Invalid(new Problems.FieldFault("?format", "export_format_not_valid", texts["ExportFormatNotValid"], texts["ExportFormatRemedy"])),
        };
    }

    private static async Task SendXlsxAsync(ExportShipments export, Domain.Access.Actor actor, ShipmentFilter filter, Stream target, CancellationToken token)
    {
        // A workbook is written with jumps back and synchronously; neither does for a response.
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
        await export.WriteXlsxAsync(actor, filter, file, token);
        file.Position = 0;
        await file.CopyToAsync(target, token);
    }
}
