using System.Reflection;
using BenchmarkDotNet.Running;

if (args is ["pincode-figures"])
{
    Benchmarks.PincodeFigures.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
