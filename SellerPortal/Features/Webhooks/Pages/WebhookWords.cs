using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>What the pages about webhooks say.</summary>
internal static class WebhookWords
{
    /// <summary>shipment.status_changed becomes TypeShipmentStatusChanged.</summary>
    public static string Type(IStringLocalizer<WebhooksTexts> texts, string type)
    {
        var name = string.Concat(type.Split('.', '_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        var words = texts[$"Type{name}"];
        return words.ResourceNotFound ? type : words;
    }

    /// <summary>What was chosen: all events, or how many.</summary>
    public static string Events(IStringLocalizer<WebhooksTexts> texts, WebhookRow row) => row.Chosen switch
    {
        null => texts["AllEvents"],
        [var only] => Type(texts, only),
        var chosen => texts["SomeEvents", IndianFormat.Number(chosen.Count)],
    };

    /// <summary>What the receiver said; null before the first attempt.</summary>
    public static string? Outcome(IStringLocalizer<WebhooksTexts> texts, int? status, WebhookTrouble? trouble, int? durationMs)
    {
        string? said = (status, trouble) switch
        {
            ({ } code, _) => texts["AnswerStatus", code].Value,
            (_, { } why) => texts[$"Trouble{why}"].Value,
            _ => null,
        };
        return said is null || durationMs is null ? said : $"{said} · {texts["Milliseconds", IndianFormat.Number(durationMs.Value)]}";
    }

    /// <summary>Why something was not done.</summary>
    public static string Refusal(IStringLocalizer<WebhooksTexts> texts, WebhookResult result) => result switch
    {
        WebhookResult.Refused refused => texts[$"Refusal{refused.Reason}"],
        WebhookResult.ChangedMeanwhile => texts["ChangedMeanwhile"],
        WebhookResult.NotAllowed => texts["OwnersOnly"],
        _ => texts["GoneMeanwhile"],
    };
}
