namespace VerifyTests;

/// <summary>Whether a result of any test is accepted without asking.</summary>
public delegate bool GlobalAutoVerify(string typeName, string methodName, string verifiedFile);
