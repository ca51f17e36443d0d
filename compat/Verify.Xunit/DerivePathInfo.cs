using System.Reflection;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Chooses where the <c>.verified.</c> files of a test lie.</summary>
/// <param name="sourceFile">Path of the file that calls <c>Verify</c>.</param>
/// <param name="projectDirectory">Folder of the test project, with a separator at its end.</param>
/// <param name="type">Class of the test.</param>
/// <param name="method">Method of the test.</param>
public delegate PathInfo DerivePathInfo(string sourceFile, string projectDirectory, Type type, MethodInfo method);
