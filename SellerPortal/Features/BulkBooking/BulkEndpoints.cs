using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Sheets;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.BulkBooking;

/// <summary>The upload of a sheet, and the sheets that can be downloaded.</summary>
internal sealed class BulkEndpoints
{
    /// <summary>A file that is too large is still taken up to here and thrown away: a browser reads no answer before it has sent all.</summary>
    private const long MostSwallowed = 64L * 1024 * 1024;

    /// <summary>What a form needs beside its file.</summary>
    private const int FormOverhead = 64 * 1024;

    /// <summary>The reason of <see cref="Back(string)"/> when the form is no longer known.</summary>
    public const string FormExpired = nameof(FormExpired);

    private BulkEndpoints()
    {
    }

    /// <summary><c>POST /shipments/bulk/upload</c>: the form of the page; answers by sending on to the job, or back with the reason.</summary>
    public static async Task<IResult> UploadAsync(HttpContext context, IAntiforgery antiforgery, UploadSheet upload, TimeProvider time)
    {
        var token = context.RequestAborted;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostSwallowed;
        try
        {
            if (context.Request.ContentLength > Sheet.LargestFile + FormOverhead)
            {
                if (context.Request.ContentLength <= MostSwallowed) await context.Request.Body.CopyToAsync(Stream.Null, token);
                return Back(SheetRefusal.TooLarge);
            }

            if (!context.Request.HasFormContentType) return Results.BadRequest();

            // A page that was open since yesterday, or since the account signed in anew.
            if (!await antiforgery.IsRequestValidAsync(context)) return Back(FormExpired);
            var form = await context.Request.ReadFormAsync(token);
            if (form.Files.GetFile("sheet") is not { FileName.Length: > 0 } file) return Back(SheetRefusal.Empty);
            if (file.Length > Sheet.LargestFile) return Back(SheetRefusal.TooLarge);
            var content = new byte[file.Length];
            await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, token);
            var key = Guid.TryParse(form["key"], out var made) && made != Guid.Empty ? made : Guid.CreateVersion7(time.GetUtcNow());
            return await upload.ExecuteAsync(context.User.ToActor(), key, file.FileName, content, token) switch
            {
                UploadResult.Taken taken => Results.LocalRedirect(PortalUrls.BulkJob(taken.JobId)),
                UploadResult.Refused refused => Back(refused.Refusal),
                _ => Results.Forbid(),
            };
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Back(SheetRefusal.TooLarge);
        }
        catch (InvalidDataException)
        {
            return Back(SheetRefusal.Damaged);
        }
    }

    /// <summary><c>GET /shipments/bulk/template.xlsx</c></summary>
    public static IResult Template(SheetDownloads sheets) => Workbook("parcels.xlsx", sheets.WriteTemplate);

    /// <summary><c>GET /shipments/bulk/template.csv</c></summary>
    public static IResult CsvTemplate(SheetDownloads sheets) => Results.File(sheets.CsvTemplate(), "text/csv; charset=utf-8", "parcels.csv");

    /// <summary><c>GET /shipments/bulk/{id}/errors.xlsx</c>: the rows with a fault.</summary>
    public static async Task<IResult> ErrorsAsync(Guid id, ClaimsPrincipal user, ReadJobs read, SheetDownloads sheets, IStringLocalizer<BulkBookingTexts> texts, CancellationToken token) =>
        await read.AllRowsAsync(user.ToActor(), id, RowFilter.Bad, token) is { } found
            ? Workbook(Named(found.Job, "errors"), stream => sheets.WriteErrors(stream, found.Job, found.Rows))
            : Problems.NotFound(texts["NoSuchJob"], texts["NoSuchJobRemedy"]);

    /// <summary><c>GET /shipments/bulk/{id}/result.xlsx</c>: every row with its article number.</summary>
    public static async Task<IResult> ResultAsync(Guid id, ClaimsPrincipal user, ReadJobs read, SheetDownloads sheets, IStringLocalizer<BulkBookingTexts> texts, CancellationToken token) =>
        await read.AllRowsAsync(user.ToActor(), id, RowFilter.All, token) is { } found
            ? Workbook(Named(found.Job, "result"), stream => sheets.WriteResult(stream, found.Job, found.Rows))
            : Problems.NotFound(texts["NoSuchJob"], texts["NoSuchJobRemedy"]);

    private static IResult Back(SheetRefusal refusal) => Back(refusal.ToString());

    private static IResult Back(string reason) => Results.LocalRedirect($"{PortalUrls.Bulk}?refused={reason}");

    private static string Named(BulkJob job, string what) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(job.FileName)}-{what}.xlsx");

    /// <summary>A workbook is made whole before it is sent: packing writes backwards, and 10,000 rows are some megabytes.</summary>
    private static IResult Workbook(string name, Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        file.Position = 0;
        return Results.File(file, MediaTypes.Xlsx, name);
    }
}
