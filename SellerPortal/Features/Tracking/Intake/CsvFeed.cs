using CsvHelper;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>Reads a feed in CSV; the first line names the columns as the fields of the JSON feed.</summary>
public static class CsvFeed
{
    // A stray quote spoils its own line only.
    private static readonly CsvReaderOptions Options = new()
    {
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
        MaxRecordSize = 64 * 1024,
        TrimWhitespace = true,
    };

    /// <summary>Takes the table apart, row by row.</summary>
    /// <exception cref="FeedException">The columns article, code and occurredAt are missing, or there are too many rows.</exception>
    public static async Task<IReadOnlyList<FeedElement>> ReadAsync(Stream stream, CancellationToken token)
    {
        try
        {
            await using var csv = CsvReader.Create(stream, Options, leaveOpen: true);
            await csv.ReadHeaderAsync(token);
            return await RowsAsync(csv, token);
        }
        catch (CsvFormatException fault)
        {
            throw new FeedException(FeedProblem.NoColumns, cause: fault);
        }
    }

    private static async Task<IReadOnlyList<FeedElement>> RowsAsync(CsvReader csv, CancellationToken token)
    {
        var (article, code, time) = (Column("article"), Column("code"), Column("occurredAt"));
        if (article < 0 || code < 0 || time < 0) throw new FeedException(FeedProblem.NoColumns);
        var (office, pincode, description) = (Column("office"), Column("officePincode"), Column("description"));
        var (reason, remark) = (Column("reasonCode"), Column("remark"));

        var elements = new List<FeedElement>();
        while (await csv.ReadAsync(token))
        {
            if (elements.Count == RecordEvents.MostEvents) throw new FeedException(FeedProblem.TooMany);
            elements.Add(new FeedElement
            {
                Index = elements.Count,
                Article = Field(article),
                Code = Field(code),
                OccurredAt = Field(time),
                Office = Field(office),
                OfficePincode = Field(pincode),
                Description = Field(description),
                ReasonCode = Field(reason),
                Remark = Field(remark),
            });
        }

        return elements;

        int Column(string name) => csv.TryGetFieldIndex(name, out var index) ? index : -1;
        string? Field(int column) => column < 0 ? null : csv.GetString(column);
    }
}
