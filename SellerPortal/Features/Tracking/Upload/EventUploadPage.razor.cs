using Microsoft.AspNetCore.Components;
using SellerPortal.Features.Tracking.Intake;

namespace SellerPortal.Features.Tracking.Upload;

/// <summary>An admin uploads a feed as a file; the answer names every event that was not taken.</summary>
public sealed partial class EventUploadPage
{
    private const string FormName = "events";

    [SupplyParameterFromForm(FormName = FormName, Name = "feed")]
    private IFormFile? Feed { get; set; }

    [Inject]
    private RecordEvents Record { get; set; } = null!;

    private string? Fault { get; set; }

    private RecordedEvents? Recorded { get; set; }

    private async Task UploadAsync()
    {
        if (Feed is not { Length: > 0 } file)
        {
            Fault = Texts["FileMissing"];
            return;
        }

        if (file.Length > EventFeedEndpoint.LongestBody)
        {
            Fault = Texts["FileTooLarge"];
            return;
        }

        try
        {
            await using var stream = file.OpenReadStream();
            var feed = file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? await CsvFeed.ReadAsync(stream, CancellationToken.None)
                : await JsonFeed.ReadAsync(stream, CancellationToken.None);
            Recorded = await Record.ExecuteAsync(feed, CancellationToken.None);
        }
        catch (FeedException fault)
        {
            Fault = Texts[$"Problem{fault.Problem}", fault.Line ?? 1];
        }
    }
}
