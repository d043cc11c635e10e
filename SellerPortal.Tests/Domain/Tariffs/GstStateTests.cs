using SellerPortal.Domain.Tariffs;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Tariffs;

public sealed class GstStateTests
{
    [Fact]
    public void CodeOf_EveryStateOfTheDirectory_HasACodeOfItsOwn()
    {
        var states = RealDirectory.Value.Entries.Select(entry => entry.State).Where(state => state.Length > 0).Distinct().ToList();
        Assert.Equal(36, states.Count);
        Assert.DoesNotContain(states, state => GstState.CodeOf(state) is null);
        Assert.Equal(states.Count, states.Select(GstState.CodeOf).Distinct().Count());
    }

    [Theory]
    [InlineData("Delhi", 7)]
    [InlineData("Andhra Pradesh", 37)]
    [InlineData("Ladakh", 38)]
    [InlineData("", null)]
    public void CodeOf_Name_IsItsCode(string state, int? code) => Assert.Equal(code, GstState.CodeOf(state));

    [Theory]
    [InlineData("27AAPFU0939F1ZV", 27)]
    [InlineData("07AAPFU0939F1ZX", 7)]
    [InlineData("25AAPFU0939F1ZX", 26)]
    [InlineData("28AAPFU0939F1ZX", 37)]
    [InlineData("", null)]
    [InlineData("X7", null)]
    [InlineData(null, null)]
    public void CodeOfGstin_Gstin_IsItsState(string? gstin, int? code) => Assert.Equal(code, GstState.CodeOfGstin(gstin));
}
