using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class WebhookPacesTests
{
    private static readonly WebhookOutcome Well = new(200, Trouble: null, Answer: null, DurationMs: 40);
    private static readonly WebhookOutcome Late = Well with { DurationMs = 6_000 };
    private static readonly WebhookOutcome Fails = Well with { Status = 500 };
    private static readonly WebhookOutcome FailsLate = Late with { Status = 503 };
    private static readonly WebhookOutcome Refuses = new(Status: null, WebhookTrouble.NoConnection, Answer: null, DurationMs: 3);
    private static readonly WebhookOutcome TimesOut = new(Status: null, WebhookTrouble.Timeout, Answer: null, DurationMs: 300);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly DueEndpoint endpoint = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    public static TheoryData<string, WebhookPace, bool> Courses => new()
    {
        { "", WebhookPace.Unknown, false },
        { "W", WebhookPace.Quick, false },
        { "L", WebhookPace.Slow, false },
        { "T", WebhookPace.Slow, true },
        { "F", WebhookPace.Unknown, false },
        { "R", WebhookPace.Unknown, false },
        { "D", WebhookPace.Slow, true },
        { "WF", WebhookPace.Quick, false },
        { "WR", WebhookPace.Quick, false },
        { "WL", WebhookPace.Slow, false },
        { "WT", WebhookPace.Slow, true },
        { "TF", WebhookPace.Unknown, false },
        { "TW", WebhookPace.Quick, false },
        { "TL", WebhookPace.Slow, false },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public void Pace_AfterAnswers_IsThatOfTheLastOne(string course, WebhookPace pace, bool rests)
    {
        var paces = Paces();
        paces.Learn(endpoint, slowAttempts: 0);
        foreach (var step in course) paces.Note(endpoint.Id, [Outcome(step)]);
        Assert.Equal((pace, rests), (paces.Of(endpoint.Id), paces.Rests(endpoint.Id)));
    }

    [Fact]
    public void SeveralAtOnce_OneLate_IsSlow()
    {
        var paces = Paces();
        paces.Learn(endpoint, slowAttempts: 0);
        paces.Note(endpoint.Id, [Well, Late, Well]);
        Assert.Equal((WebhookPace.Slow, false), (paces.Of(endpoint.Id), paces.Rests(endpoint.Id)));
        paces.Note(endpoint.Id, [Well, TimesOut]);
        Assert.True(paces.Rests(endpoint.Id));
    }

    [Fact]
    public void Rest_GrowsToTenMinutesAndNoFurther_AndEndsWithAnAnswer()
    {
        var paces = Paces();
        paces.Learn(endpoint, slowAttempts: 0);
        foreach (var least in new[] { 5, 300, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600 })
        {
            paces.Note(endpoint.Id, [TimesOut]);
            time.Advance(TimeSpan.FromSeconds(least - 1));
            Assert.True(paces.Rests(endpoint.Id));
            time.Advance(TimeSpan.FromSeconds(2 + (least / 10)));
            Assert.False(paces.Rests(endpoint.Id));
        }

        paces.Note(endpoint.Id, [Well]);
        paces.Note(endpoint.Id, [TimesOut]);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(paces.Rests(endpoint.Id));
    }

    [Fact]
    public void Learn_OfOneThatDidNotAnswer_IsSlowAndAskedAtOnceThenRestsAsLongAsBefore()
    {
        var paces = Paces();
        Assert.False(paces.Knows(endpoint));
        paces.Learn(endpoint, slowAttempts: 2);
        Assert.Equal((WebhookPace.Slow, false), (paces.Of(endpoint.Id), paces.Rests(endpoint.Id)));
        paces.Note(endpoint.Id, [TimesOut]);
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(paces.Rests(endpoint.Id));
    }

    [Fact]
    public void Endpoint_WasChanged_IsNotKnown()
    {
        var paces = Paces();
        paces.Learn(endpoint, slowAttempts: 0);
        paces.Note(endpoint.Id, [TimesOut]);
        Assert.True(paces.Knows(endpoint));
        var changed = endpoint with { Version = Guid.CreateVersion7() };
        Assert.False(paces.Knows(changed));
        paces.Learn(changed, slowAttempts: 0);
        Assert.Equal((WebhookPace.Unknown, false), (paces.Of(endpoint.Id), paces.Rests(endpoint.Id)));
    }

    private WebhookPaces Paces() => new(Options.Create(new WebhookOptions()), time);

    private static WebhookOutcome Outcome(char step) => step switch
    {
        'W' => Well,
        'L' => Late,
        'F' => Fails,
        'D' => FailsLate,
        'R' => Refuses,
        _ => TimesOut,
    };
}
