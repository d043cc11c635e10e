using BenchmarkDotNet.Attributes;
using SellerPortal.Domain.Articles;

namespace Benchmarks;

/// <summary>The barcode of one article number: text to symbols to bars.</summary>
[MemoryDiagnoser]
public class Code128Benchmarks
{
    private readonly char[] _text = "EE123456785IN".ToCharArray();
    private readonly byte[] _symbols = new byte[Code128.MostSymbols];
    private readonly byte[] _widths = new byte[Code128.MostElements];

    [Benchmark]
    public int Encode() => Code128.Encode(_text, _symbols);

    [Benchmark]
    public int EncodeAndBars() => Code128.Bars(_symbols.AsSpan(0, Code128.Encode(_text, _symbols)), _widths);
}
