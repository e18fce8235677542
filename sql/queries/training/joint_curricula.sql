-- Proposals of joint curricula as one JSON document, of those that the caller is concerned by.
SELECT json_build_object('proposals', training.joint_curricula());
