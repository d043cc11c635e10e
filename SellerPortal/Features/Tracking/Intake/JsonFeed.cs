using System.Text.Json;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>Reads a feed in JSON: an array of events, or an object with the array "events".</summary>
public static class JsonFeed
{
    /// <summary>Takes the text apart, element by element; what is odd about one stays with that one.</summary>
    /// <exception cref="FeedException">The text is not JSON, holds no array, or holds too many events.</exception>
    public static async Task<IReadOnlyList<FeedElement>> ReadAsync(Stream stream, CancellationToken token)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, new JsonDocumentOptions { MaxDepth = 16 }, token);
            return Elements(EventsOf(document.RootElement));
        }
        catch (JsonException fault)
        {
            throw new FeedException(FeedProblem.NotJson, fault.LineNumber + 1, fault);
        }
        catch (InvalidOperationException fault)
        {
            // The name of a member is no text: bytes that are no UTF-8, or half of a surrogate pair.
            throw new FeedException(FeedProblem.NotJson, line: null, fault);
        }
    }

    private static JsonElement EventsOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array
            ? events
            : throw new FeedException(FeedProblem.NoEvents);
    }

    private static List<FeedElement> Elements(JsonElement events)
    {
        if (events.GetArrayLength() > RecordEvents.MostEvents) throw new FeedException(FeedProblem.TooMany);
        var elements = new List<FeedElement>(events.GetArrayLength());
        foreach (var element in events.EnumerateArray()) elements.Add(Read(element, elements.Count));
        return elements;
    }

    private static FeedElement Read(JsonElement element, int index)
    {
        if (element.ValueKind != JsonValueKind.Object) return new FeedElement { Index = index, Misfit = "" };
        string? article = null, code = null, time = null, office = null, pincode = null, description = null, reason = null, remark = null, misfit = null;
        try
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals("article"u8)) Take(property, ref article, ref misfit);
                else if (property.NameEquals("code"u8)) Take(property, ref code, ref misfit);
                else if (property.NameEquals("occurredAt"u8)) Take(property, ref time, ref misfit);
                else if (property.NameEquals("office"u8)) Take(property, ref office, ref misfit);
                else if (property.NameEquals("officePincode"u8)) TakeNumber(property, ref pincode, ref misfit);
                else if (property.NameEquals("description"u8)) Take(property, ref description, ref misfit);
                else if (property.NameEquals("reasonCode"u8)) TakeNumber(property, ref reason, ref misfit);
                else if (property.NameEquals("remark"u8)) Take(property, ref remark, ref misfit);
            }
        }
        catch (InvalidOperationException)
        {
            // A name that is no text: bytes that are no UTF-8, or half of a surrogate pair.
            misfit = "";
        }

        return new FeedElement
        {
            Index = index,
            Article = article,
            Code = code,
            OccurredAt = time,
            Office = office,
            OfficePincode = pincode,
            Description = description,
            ReasonCode = reason,
            Remark = remark,
            Misfit = misfit,
        };
    }

    private static void TakeNumber(JsonProperty property, ref string? value, ref string? misfit)
    {
        if (property.Value.ValueKind == JsonValueKind.Number) value = property.Value.GetRawText();
        else Take(property, ref value, ref misfit);
    }

    private static void Take(JsonProperty property, ref string? value, ref string? misfit)
    {
        if (property.Value.ValueKind == JsonValueKind.Null) return;
        try
        {
            if (property.Value.ValueKind == JsonValueKind.String) value = property.Value.GetString();
            else misfit = property.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows writing it, but it is no text.
            misfit = property.Name;
        }
    }
}

/// <summary>A feed that cannot be taken at all.</summary>
/// <param name="problem">What is wrong with it.</param>
/// <param name="line">The line where reading stopped, if known.</param>
/// <param name="cause">The reader's own error.</param>
public sealed class FeedException(FeedProblem problem, long? line = null, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    public FeedProblem Problem { get; } = problem;

    public long? Line { get; } = line;
}

/// <summary>What is wrong with a feed as a whole.</summary>
public enum FeedProblem
{
    /// <summary>It was announced as JSON and is not.</summary>
    NotJson,

    /// <summary>It is JSON, but neither an array nor an object with the array "events".</summary>
    NoEvents,

    /// <summary>It is a table without the columns article, code and occurredAt.</summary>
    NoColumns,

    /// <summary>More than <see cref="RecordEvents.MostEvents"/>.</summary>
    TooMany,
}
